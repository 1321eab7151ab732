const browsers = [
  ['Edge', /Edg\//],
  ['微信', /MicroMessenger\//],
  ['QQ', /QQBrowser\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const;
const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

const named = (list: readonly (readonly [string, RegExp])[], text: string) =>
  list.find(([, sign]) => sign.test(text))?.[0];

/** What a person calls the device behind a `User-Agent`; `undefined` for a program. */
export function deviceOf(userAgent: string): { browser: string; system: string } | undefined {
  const browser = named(browsers, userAgent);
  const system = named(systems, userAgent);
  return browser && system ? { browser, system } : undefined;
}
