import { either, type Guard, integer, isBoolean, list, oneOf, optional, record, shape, string } from '../shape.ts';

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'textarea' | 'email' | 'tel' | 'number' | 'select';
  readonly required?: boolean | undefined;
  readonly value?: string | undefined;
  readonly options?: readonly string[] | undefined;
}

/** Questions to fill in, asked by bot or agent. */
export interface FormQuestion {
  readonly title: string;
  readonly text?: string | undefined;
  readonly fields: readonly FormField[];
  readonly submit?: string | undefined;
}

/**
 * The shopper's answers. `to` is the `seq` of the form or of the handoff card that asked for a message; absent where the
 * conversation of that card was over before the answer came.
 */
export interface FormAnswer {
  readonly to?: number | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

/** A form or its answer. */
export type FormBody = FormQuestion | FormAnswer;

/** Guard of {@link FormAnswer}. */
export const isFormAnswer: Guard<FormAnswer> = shape<FormAnswer>({
  to: optional(integer(1)),
  answers: record(string(4000), 20),
});

/** Guard of {@link FormQuestion}. */
export const isFormQuestion: Guard<FormQuestion> = shape<FormQuestion>({
  title: string(200, 1),
  text: optional(string(1000)),
  fields: list(
    shape<FormField>({
      name: string(64, 1),
      label: string(120, 1),
      type: oneOf('text', 'textarea', 'email', 'tel', 'number', 'select'),
      required: optional(isBoolean),
      value: optional(string(400)),
      options: optional(list(string(120), 40)),
    }),
    20,
    1,
  ),
  submit: optional(string(60)),
});

/** Guard of {@link FormBody}. */
export const isForm: Guard<FormBody> = either(isFormAnswer, isFormQuestion);
