import { draw, faultOf, messageCode, type Part, Refused } from '#modules/links/web/holder/index.ts';
import { sumFen } from '#shared/money.ts';
import type { HeldVisit, ShownLine } from '../../contract.ts';
import { brokenPackages } from '../../contract-packages.ts';
import { askBox, picturesOf, pricesOf } from './lines.ts';
import { pad } from './pad.ts';
import { type Page, yuan } from './tools.ts';

type Choice = { answer?: 'approved' | 'refused'; reason: string };

/** What waits for the customer's word: job by job, the sum as he chooses, his name and his signature. */
export function askingOf(page: Page): Part | undefined {
  const { visit, say } = page;
  const { asks } = visit;
  if (!asks) return undefined;
  const lines = visit.lines.filter(({ id }) => asks.lineIds.includes(id));
  const chosen = new Map<string, Choice>(lines.map(({ id }) => [id, { reason: '' }]));
  const sums = draw('div', { className: 'portal-sums' });
  sums.setAttribute('aria-live', 'polite');
  const name = draw('input', {
    className: 'link-field',
    id: 'signed-by',
    maxLength: 80,
    autocomplete: 'name',
  });
  const signing = pad(say, () => name.value);
  const code = messageCode(page.language, page.sendCode);
  code.part.hidden = !visit.needsMessage;
  code.part.inert = page.isPreview;
  const fault = draw('p', { className: 'link-fault' });
  fault.setAttribute('role', 'alert');
  const submit = draw('button', { className: 'link-button' }, say('submit'));
  const openCount = () => [...chosen.values()].filter(({ answer }) => !answer).length;
  const broken = () =>
    brokenPackages(
      visit.lines.map(({ id, jobPackage, answer }) => ({
        jobPackageId: jobPackage?.jobPackageId ?? null,
        answer: chosen.has(id) ? chosen.get(id)?.answer : answer,
      })),
    );
  /** What he said yes to, at the prices that hold as he has chosen. */
  const agreed = () =>
    lines
      .filter(({ id }) => chosen.get(id)?.answer === 'approved')
      .map((line) => asPriced(line, broken()));
  const prices = new Map(lines.map((line) => [line.id, draw('div', {}, pricesOf(page, line))]));
  const isNothing = () => asks.kind === 'estimate' && openCount() === 0 && agreed().length === 0;
  const count = () => {
    const { own, others } = sumsOf(agreed());
    const rest = openCount();
    const fallen = broken();
    for (const line of lines)
      if (line.singly) prices.get(line.id)?.replaceChildren(pricesOf(page, asPriced(line, fallen)));
    sums.replaceChildren(
      draw(
        'p',
        { className: 'portal-sum' },
        draw('span', {}, say('sum')),
        draw('b', {}, yuan(own)),
      ),
      ...(others > 0
        ? [draw('p', { className: 'link-soft' }, `${say('others')} ${yuan(others)}`)]
        : []),
      ...(isNothing() ? [draw('p', { className: 'portal-wait' }, say('allRefused'))] : []),
      ...(fallen.size > 0 ? [draw('p', { className: 'portal-wait' }, say('packageBreaks'))] : []),
      ...(rest > 0 ? [draw('p', { className: 'link-soft' }, say('left', { count: rest }))] : []),
    );
    submit.disabled = rest > 0 || isNothing() || page.isPreview;
  };
  count();
  const form = draw(
    'form',
    { className: 'link-card portal-ask' },
    draw('h2', {}, say(asks.kind === 'estimate' ? 'askEstimate' : 'askItems')),
    draw('p', { className: 'link-soft' }, say('askLead')),
    ...lines.flatMap((line) => [
      ...headOf(page, line.packageHead),
      choiceOf(page, line, { choice: chosen.get(line.id)!, price: prices.get(line.id)!, count }),
    ]),
    sums,
    draw('label', { htmlFor: 'signed-by' }, say('name')),
    name,
    signing.part,
    draw('p', { className: 'link-soft' }, say('bound')),
    code.part,
    fault,
    submit,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const signature = signing.picture();
    const signedBy = name.value.trim();
    fault.textContent = signedBy === '' ? say('needName') : signature ? '' : say('needSignature');
    if (signedBy === '' || !signature) return;
    if (!code.part.hidden && code.field.value === '') {
      fault.textContent = code.needed();
      return;
    }
    submit.disabled = true;
    const { hash } = asks;
    const { own } = sumsOf(agreed());
    const given = { hash, sumFen: own, answers: answersOf(chosen), signedBy, signature };
    try {
      // Shown once, the code need not be entered again where the answer itself is refused.
      if (!code.part.hidden) await page.confirm(code.field.value);
      code.part.hidden = true;
      await page.decide(given);
    } catch (error) {
      fault.textContent = faultOf(error, say('kept'));
      if (error instanceof Refused && error.code === 'link_message_needed')
        code.part.hidden = false;
      submit.disabled = false;
    }
  });
  return form;
}

function headOf({ say }: Page, head: ShownLine['packageHead']): Part[] {
  if (!head) return [];
  const { name, amountFen, listedFen, savingFen } = head;
  const saved = { listed: yuan(listedFen), saving: yuan(savingFen) };
  return [
    draw(
      'p',
      { className: 'portal-package' },
      draw('b', {}, `${say('package')} ${name} ${yuan(amountFen)}`),
      ...(savingFen > 0
        ? [draw('span', { className: 'link-soft' }, ` ${say('packageSaves', saved)}`)]
        : []),
    ),
  ];
}

const sumsOf = (lines: HeldVisit['lines']) => {
  const of = (own: boolean) =>
    sumFen(
      lines
        .filter(({ payer }) => (payer === 'customer') === own)
        .flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]),
    );
  return { own: of(true), others: of(false) };
};

const answersOf = (chosen: ReadonlyMap<string, Choice>) =>
  [...chosen].map(([lineId, { answer = 'refused', reason }]) => ({
    lineId,
    answer,
    ...(answer === 'refused' && reason.trim() !== '' && { refusalReason: reason.trim() }),
  }));

/** A part of a package that is broken up costs what the list asks. */
function asPriced(line: ShownLine, broken: ReadonlySet<string>): ShownLine {
  const { singly, jobPackage } = line;
  if (!singly || !jobPackage || !broken.has(jobPackage.jobPackageId)) return line;
  const { labourFen, partsFen, unitsFen } = singly;
  const parts = line.parts.map((part, at) => ({ ...part, unitFen: unitsFen[at] ?? part.unitFen }));
  return { ...line, labourFen, partsFen, parts };
}

interface Choosing {
  choice: Choice;
  price: Part;
  count: () => void;
}
function choiceOf(page: Page, line: ShownLine, { choice, price, count }: Choosing): Part {
  const { say } = page;
  const reason = draw('input', {
    className: 'link-field',
    hidden: true,
    maxLength: 300,
    placeholder: say('reason'),
    ariaLabel: say('reason'),
  });
  reason.addEventListener('input', () => {
    choice.reason = reason.value;
  });
  const radio = (answer: 'approved' | 'refused') => {
    const field = draw('input', { type: 'radio', name: `answer-${line.id}`, required: true });
    field.addEventListener('change', () => {
      choice.answer = answer;
      reason.hidden = answer === 'approved';
      count();
    });
    const word = say(answer === 'approved' ? 'approve' : 'refuse');
    return draw('label', { className: `portal-choice portal-choice-${answer}` }, field, word);
  };
  return draw(
    'fieldset',
    { className: 'portal-line' },
    draw('legend', {}, line.description),
    ...(line.finding
      ? [draw('p', { className: 'portal-why' }, `${say('why')}：${line.finding}`)]
      : []),
    ...picturesOf(page, line),
    price,
    draw('div', { className: 'portal-choices' }, radio('approved'), radio('refused')),
    reason,
    askBox(page, line.id),
  );
}
