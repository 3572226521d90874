declare module 'virtual:fake-texts' {
  const texts: readonly {
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    readonly title: string;
    readonly text: string;
  }[];
  export default texts;
}
