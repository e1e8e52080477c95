import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.datasketches.common.ArrayOfItemsSerDe;
import org.apache.datasketches.common.ArrayOfLongsSerDe;
import org.apache.datasketches.common.ArrayOfStringsSerDe;
import org.apache.datasketches.cpc.CpcSketch;
import org.apache.datasketches.cpc.CpcUnion;
import org.apache.datasketches.frequencies.ItemsSketch;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.kll.KllFloatsSketch;

/**
 * The speed of the Java library over the streams of stream.ts: SketchBench COUNT MERGES. Prints a line of JSON a subject, as
 * speed-contender.ts does, after the same warm-up.
 */
public final class SketchBench {
  private static final int MERGED_ITEMS = 10_000;
  private static final int MERGE_PASSES = 10;
  private static final int MASK = (1 << 20) - 1;
  private static final int DIFFERENT = 5000;

  /** One sketch of one size. */
  private abstract static class Subject<S> {
    final String name;

    Subject(String name) {
      this.name = name;
    }

    abstract S create();

    abstract void fill(S sketch, int from, int count);

    abstract void merge(S sketch, S other);

    /** How many items it saw, or takes them to be. */
    abstract double items(S sketch);

    abstract byte[] image(S sketch);

    /** Nanoseconds of all updates of one sketch, of those of many, of all merges, bytes. */
    final long[] run(int count, int merges) {
      S sketch = create();
      long updateStart = System.nanoTime();
      fill(sketch, 0, count);
      long update = System.nanoTime() - updateStart;
      List<S> parts = new ArrayList<>();
      for (int part = 0; part < merges; part++) parts.add(create());
      long fewStart = System.nanoTime();
      for (int part = 0; part < merges; part++) fill(parts.get(part), part * MERGED_ITEMS, MERGED_ITEMS);
      long few = System.nanoTime() - fewStart;
      long merge = Long.MAX_VALUE;
      for (int pass = 0; pass < MERGE_PASSES; pass++) {
        S target = create();
        long mergeStart = System.nanoTime();
        for (S part : parts) merge(target, part);
        double found = items(target);
        merge = Math.min(merge, System.nanoTime() - mergeStart);
        if (!(found > 0)) throw new IllegalStateException(name + " merged has " + found + " items");
      }
      return new long[] {update, few, merge, image(sketch).length};
    }
  }

  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    int merges = Integer.parseInt(args[1]);
    for (Subject<?> subject : subjects()) {
      for (int warm = 0; warm < 3; warm++) subject.run(count, merges);
      long update = Long.MAX_VALUE;
      long few = Long.MAX_VALUE;
      long merge = Long.MAX_VALUE;
      long bytes = 0;
      for (int run = 0; run < 3; run++) {
        long[] found = subject.run(count, merges);
        update = Math.min(update, found[0]);
        few = Math.min(few, found[1]);
        merge = Math.min(merge, found[2]);
        bytes = found[3];
      }
      System.out.printf(
          Locale.ROOT,
          "{\"name\":\"%s\",\"updateNs\":%.3f,\"fewNs\":%.3f,\"mergeNs\":%.3f,\"bytes\":%d}%n",
          subject.name,
          (double) update / count,
          (double) few / ((long) merges * MERGED_ITEMS),
          (double) merge / merges,
          bytes);
    }
  }

  private static List<Subject<?>> subjects() {
    return List.of(
        floats(20),
        floats(128),
        doubles(200),
        frequent("longs", 5, longs(), new ArrayOfLongsSerDe()),
        frequent("longs", 10, longs(), new ArrayOfLongsSerDe()),
        frequent("strings", 5, strings(), new ArrayOfStringsSerDe()),
        frequent("strings", 10, strings(), new ArrayOfStringsSerDe()),
        cpc(8),
        cpc(11),
        cpc(14),
        hll(8, TgtHllType.HLL_8, 8),
        hll(12, TgtHllType.HLL_4, 4),
        hll(12, TgtHllType.HLL_6, 6),
        hll(12, TgtHllType.HLL_8, 8));
  }

  private static Subject<KllFloatsSketch> floats(int k) {
    float[] values = new float[MASK + 1];
    for (int at = 0; at <= MASK; at++) values[at] = scrambled(at) >>> 8;
    return new Subject<>("KLL floats, k = " + k) {
      @Override
      KllFloatsSketch create() {
        return KllFloatsSketch.newHeapInstance(k);
      }

      @Override
      void fill(KllFloatsSketch sketch, int from, int count) {
        for (int at = from, end = from + count; at < end; at++) sketch.update(values[at & MASK]);
      }

      @Override
      void merge(KllFloatsSketch sketch, KllFloatsSketch other) {
        sketch.merge(other);
      }

      @Override
      double items(KllFloatsSketch sketch) {
        return sketch.getN();
      }

      @Override
      byte[] image(KllFloatsSketch sketch) {
        return sketch.toByteArray();
      }
    };
  }

  private static Subject<KllDoublesSketch> doubles(int k) {
    double[] values = new double[MASK + 1];
    for (int at = 0; at <= MASK; at++) values[at] = scrambled(at) >>> 8;
    return new Subject<>("KLL doubles, k = " + k) {
      @Override
      KllDoublesSketch create() {
        return KllDoublesSketch.newHeapInstance(k);
      }

      @Override
      void fill(KllDoublesSketch sketch, int from, int count) {
        for (int at = from, end = from + count; at < end; at++) sketch.update(values[at & MASK]);
      }

      @Override
      void merge(KllDoublesSketch sketch, KllDoublesSketch other) {
        sketch.merge(other);
      }

      @Override
      double items(KllDoublesSketch sketch) {
        return sketch.getN();
      }

      @Override
      byte[] image(KllDoublesSketch sketch) {
        return sketch.toByteArray();
      }
    };
  }

  private static <T> Subject<ItemsSketch<T>> frequent(String kind, int lg, T[] stream, ArrayOfItemsSerDe<T> serDe) {
    return new Subject<>("Frequent " + kind + ", " + (1 << lg) + " slots") {
      @Override
      ItemsSketch<T> create() {
        return new ItemsSketch<>(1 << lg);
      }

      @Override
      void fill(ItemsSketch<T> sketch, int from, int count) {
        for (int at = from, end = from + count; at < end; at++) sketch.update(stream[at & MASK]);
      }

      @Override
      void merge(ItemsSketch<T> sketch, ItemsSketch<T> other) {
        sketch.merge(other);
      }

      @Override
      double items(ItemsSketch<T> sketch) {
        return sketch.getStreamLength();
      }

      @Override
      byte[] image(ItemsSketch<T> sketch) {
        return sketch.toByteArray(serDe);
      }
    };
  }

  /** A sketch, and what it becomes once others are merged into it. */
  private static final class Merged<S, U> {
    final S sketch;
    U union;

    Merged(S sketch) {
      this.sketch = sketch;
    }
  }

  private static Subject<Merged<CpcSketch, CpcUnion>> cpc(int lgK) {
    return new Subject<>("CPC, lg k = " + lgK) {
      @Override
      Merged<CpcSketch, CpcUnion> create() {
        return new Merged<>(new CpcSketch(lgK));
      }

      @Override
      void fill(Merged<CpcSketch, CpcUnion> merged, int from, int count) {
        CpcSketch sketch = merged.sketch;
        for (int item = from, end = from + count; item < end; item++) sketch.update((long) item);
      }

      @Override
      void merge(Merged<CpcSketch, CpcUnion> merged, Merged<CpcSketch, CpcUnion> other) {
        if (merged.union == null) merged.union = new CpcUnion(lgK);
        merged.union.update(other.sketch);
      }

      @Override
      double items(Merged<CpcSketch, CpcUnion> merged) {
        return merged.union.getResult().getEstimate();
      }

      @Override
      byte[] image(Merged<CpcSketch, CpcUnion> merged) {
        return merged.sketch.toByteArray();
      }
    };
  }

  private static Subject<Merged<HllSketch, Union>> hll(int lgK, TgtHllType type, int bits) {
    return new Subject<>("HLL " + bits + " bits, lg k = " + lgK) {
      @Override
      Merged<HllSketch, Union> create() {
        return new Merged<>(new HllSketch(lgK, type));
      }

      @Override
      void fill(Merged<HllSketch, Union> merged, int from, int count) {
        HllSketch sketch = merged.sketch;
        for (int item = from, end = from + count; item < end; item++) sketch.update((long) item);
      }

      @Override
      void merge(Merged<HllSketch, Union> merged, Merged<HllSketch, Union> other) {
        if (merged.union == null) merged.union = new Union(lgK);
        merged.union.update(other.sketch);
      }

      @Override
      double items(Merged<HllSketch, Union> merged) {
        return merged.union.getResult(type).getEstimate();
      }

      @Override
      byte[] image(Merged<HllSketch, Union> merged) {
        return merged.sketch.toCompactByteArray();
      }
    };
  }

  private static Long[] longs() {
    Long[] items = new Long[DIFFERENT];
    for (int number = 0; number < DIFFERENT; number++) items[number] = number * 7919L - 3;
    Long[] stream = new Long[MASK + 1];
    for (int at = 0; at <= MASK; at++) stream[at] = items[skewed(at)];
    return stream;
  }

  private static String[] strings() {
    String[] items = new String[DIFFERENT];
    for (int number = 0; number < DIFFERENT; number++) items[number] = "item_" + number;
    String[] stream = new String[MASK + 1];
    for (int at = 0; at <= MASK; at++) stream[at] = items[skewed(at)];
    return stream;
  }

  private static int skewed(int at) {
    return (int) Math.floor(Math.pow((scrambled(at) & 0xffffffffL) / 4294967296.0, 3) * DIFFERENT);
  }

  private static int scrambled(int at) {
    int bits = at;
    bits = (bits ^ (bits >>> 16)) * 0x85ebca6b;
    bits = (bits ^ (bits >>> 13)) * 0xc2b2ae35;
    return bits ^ (bits >>> 16);
  }
}
