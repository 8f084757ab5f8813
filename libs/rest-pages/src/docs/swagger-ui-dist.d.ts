/** Its own types come in a package of their own that is not needed for one function. */
declare module 'swagger-ui-dist/absolute-path.js' {
  /** The folder of the package's files. */
  export default function getAbsoluteFSPath(): string;
}
