import { type Codec, codecOf } from '@isochron/avro';
import { type Field, structType } from '@isochron/schema';
import { AnswerEncoder } from '../wire/answer-encoder.ts';
import { answerSchemaOf } from '../wire/answer-schema.ts';
import { JsonEncoder } from '../wire/json-encoder.ts';

/** How the answers of a reader are written. Each form is made when it is first asked for: most Joins are asked for in one. */
export class AnswerForms {
  readonly #fields: readonly Field[];
  #wire: AnswerEncoder | null = null;
  #json: JsonEncoder | null = null;
  #avro: Codec | null = null;

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  get wire(): AnswerEncoder {
    this.#wire ??= new AnswerEncoder(answerSchemaOf(this.#fields));
    return this.#wire;
  }

  get json(): JsonEncoder {
    this.#json ??= new JsonEncoder(this.#fields);
    return this.#json;
  }

  /** Records of the features. */
  get avro(): Codec {
    this.#avro ??= codecOf(structType('Features', this.#fields));
    return this.#avro;
  }
}
