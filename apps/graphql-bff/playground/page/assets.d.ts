// What esbuild makes of a file that is no script.
declare module '*.graphql' {
  const text: string;
  export default text;
}
