import type { RequiredSection, Section } from './section.ts';

/** What a generated `paths` says of a page, as far as it is read here. */
interface PagePath {
  readonly get: {
    readonly parameters: object;
    readonly responses: {
      readonly 200: { readonly content: { readonly 'application/json': { readonly data: object } } };
    };
  };
}

type OperationOf<Paths, Path extends keyof Paths> = Paths[Path] extends PagePath ? Paths[Path]['get'] : never;

/** Every path of the document. */
export type PathOf<Paths> = keyof Paths & string;

/** The sections of a page. One that is never null in the document is one that the page is never answered without. */
export type SectionsOf<Paths, Path extends keyof Paths> = SectionsOfData<
  OperationOf<Paths, Path>['responses'][200]['content']['application/json']['data']
>;

type SectionsOfData<Data> = {
  readonly [Key in keyof Data]: null extends Data[Key] ? Section<NonNullable<Data[Key]>> : RequiredSection<Data[Key]>;
};

type ResponsesOf<Paths, Path extends keyof Paths> = OperationOf<Paths, Path>['responses'];

/** Every problem that a page can be answered with, told apart by `status`. */
export type ProblemOf<Paths, Path extends keyof Paths> = ContentOf<
  ResponsesOf<Paths, Path>[keyof ResponsesOf<Paths, Path>]
>;

type ContentOf<Response> = Response extends {
  readonly content: { readonly 'application/problem+json': infer Problem };
}
  ? Problem
  : never;

/** The parameters of a page, under `path` and `query` as the document has them. */
export type ParametersOf<Paths, Path extends keyof Paths> = Pick<
  OperationOf<Paths, Path>['parameters'],
  keyof OperationOf<Paths, Path>['parameters'] & ('path' | 'query')
>;
