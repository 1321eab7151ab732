/// <reference types="vite/client" />

/** Ant Design's language files are ES modules for the bundler, but say CommonJS to the compiler. */
declare module 'antd/es/locale/zh_CN.js' {
  const locale: import('antd/es/locale/index.js').Locale;
  export default locale;
}
declare module 'antd/es/locale/en_US.js' {
  const locale: import('antd/es/locale/index.js').Locale;
  export default locale;
}
