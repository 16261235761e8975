/**
 * As much of an axios instance (version 1) as is used here. Written down instead of imported, so that nobody installs
 * axios who does not use it. Written as methods: TypeScript compares the parameters of these in both directions.
 */
export interface AxiosLike<Call extends AxiosCall, Answer extends AxiosAnswer<Call>> {
  readonly interceptors: {
    readonly request: {
      use(onFulfilled: (call: Call) => Promise<Call>): number;
      eject(id: number): void;
    };
    readonly response: {
      use(
        onFulfilled: (answer: Answer) => Promise<Answer>,
        onRejected: (error: unknown) => Promise<Answer>,
      ): number;
      eject(id: number): void;
    };
  };
  getUri(call: NoInfer<Call>): string;
  create(): { request(call: NoInfer<Call>): Promise<NoInfer<Answer>> };
}

/** What axios calls a request's config. */
export interface AxiosCall {
  headers: AxiosHeadersLike;
  data?: unknown;
}

export interface AxiosHeadersLike {
  has(name: string): boolean;
  set(name: string, value: string): unknown;
}

export interface AxiosAnswer<Call extends AxiosCall = AxiosCall> {
  status: number;
  data: unknown;
  headers: object;
  config: Call;
}

/** What axios throws: without an answer where none came. */
export interface AxiosFailure<Answer extends AxiosAnswer = AxiosAnswer> extends Error {
  isAxiosError: true;
  code?: string;
  response?: Answer;
}

export const isAxiosFailure = <Answer extends AxiosAnswer>(error: unknown): error is AxiosFailure<Answer> =>
  error instanceof Error && "isAxiosError" in error && error.isAxiosError === true;
