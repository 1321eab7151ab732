import type { Plugin } from 'vite';

const injector = /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/;
const before = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }';
const after =
  "styleNode.nonce = csp?.nonce ?? document.querySelector('meta[name=csp-nonce]')?.content;";

/**
 * Ant Design hands the nonce to its own styles, but the scroll lock and the scroll bar measure under it make
 * `<style>` elements without one, which the content security policy refuses. All of them pass this one function.
 */
export function styleNonce(): Plugin {
  return {
    name: 'style-nonce',
    enforce: 'pre',
    transform(code, id) {
      if (!injector.test(id.split('?')[0] ?? '')) return null;
      if (!code.includes(before)) throw new Error(`style-nonce: ${id} has changed, look again`);
      return { code: code.replace(before, after), map: null };
    },
  };
}
