import { draw, faultOf, type Part } from '#modules/links/web/holder/index.ts';
import type { Page } from './tools.ts';

/** The four digits that the customer knows, before anything of his is told. */
export function codeForm(page: Page): Part | undefined {
  const { visit, say } = page;
  if (visit.isProved) return undefined;
  const field = draw('input', {
    className: 'link-code',
    id: 'code',
    inputMode: 'numeric',
    autocomplete: 'off',
    maxLength: 4,
    required: true,
    pattern: '\\d{4}',
  });
  const button = draw('button', { className: 'link-button' }, say('check'));
  const fault = draw('p', { className: 'link-fault' });
  fault.setAttribute('role', 'alert');
  const form = draw(
    'form',
    { className: 'link-card' },
    draw('label', { htmlFor: 'code' }, say('askCode')),
    field,
    draw('p', { className: 'link-soft' }, say('codeLead')),
    fault,
    button,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    fault.textContent = '';
    await page.prove(field.value).catch((error) => {
      fault.textContent = faultOf(error, say('kept'));
      button.disabled = false;
      field.select();
    });
  });
  return form;
}
