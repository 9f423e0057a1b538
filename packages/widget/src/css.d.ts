declare module '*.css' {
  /** The stylesheet as text, minified by the build. */
  const text: string;
  export default text;
}
