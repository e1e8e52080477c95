import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.PreparedExpression;
import com.google.zetasql.SqlException;
import com.google.zetasql.Type;
import com.google.zetasql.Value;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads GoogleSQL expressions, one a line in base64, and writes for each a line: what came of it, its type, and its value or what is wrong. */
public final class Evaluate {
  public static void main(String[] args) throws Exception {
    AnalyzerOptions options = new AnalyzerOptions();
    options.getLanguageOptions().enableMaximumLanguageFeatures();
    options.getLanguageOptions().setProductMode(ProductMode.PRODUCT_EXTERNAL);
    options.setDefaultTimezone("UTC");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String text = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      out.println(answer(text, options));
    }
  }

  private static String answer(String text, AnalyzerOptions options) {
    try (PreparedExpression expression = new PreparedExpression(text)) {
      try {
        expression.prepare(options);
      } catch (SqlException refused) {
        return line("invalid", "", refused.getMessage());
      }
      try {
        return valueLine(expression.execute());
      } catch (SqlException failed) {
        return line("error", "", failed.getMessage());
      }
    }
  }

  private static String valueLine(Value value) {
    Type type = value.getType();
    if (value.isNull()) return line("value", type.debugString(), "NULL");
    if (type.isNumeric()) return line("value", "NUMERIC", value.getNumericValue().toPlainString());
    if (type.isBigNumeric()) return line("value", "BIGNUMERIC", value.getBigNumericValue().toPlainString());
    return line("unanswered", "", "Only decimals are read from this engine.");
  }

  private static String line(String kind, String type, String rest) {
    return kind + "\t" + type + "\t" + String.valueOf(rest).replaceAll("\\s+", " ");
  }
}
