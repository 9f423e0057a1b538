declare module '*.css' {
  /** The stylesheet as text. */
  const text: string;
  export default text;
}
