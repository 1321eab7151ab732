import { draw } from '#modules/links/web/holder/index.ts';
import type { Say } from './tools.ts';

/** Black on white whatever the theme, for it goes on paper; a few kilobytes as PNG. */
const dots = { width: 640, height: 220 } as const;

/** A field to sign in with the finger. Who cannot draw has his name written there. */
export function pad(say: Say, nameOf: () => string) {
  const canvas = draw('canvas', { ...dots, className: 'portal-pad' });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', say('sign'));
  const hint = draw('span', { className: 'portal-pad-hint' }, say('sign'));
  let isBlank = true;
  const paper = () => canvas.getContext('2d')!;
  const begin = () => {
    if (!isBlank) return;
    isBlank = false;
    hint.hidden = true;
    paper().fillStyle = '#ffffff';
    paper().fillRect(0, 0, dots.width, dots.height);
  };
  const wipe = () => {
    isBlank = true;
    hint.hidden = false;
    paper().clearRect(0, 0, dots.width, dots.height);
  };
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((clientX - box.left) / box.width) * dots.width,
      ((clientY - box.top) / box.height) * dots.height,
    ] as const;
  };
  const stroke = (event: PointerEvent) => {
    paper().lineTo(...placeOf(event));
    paper().stroke();
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    begin();
    Object.assign(paper(), { lineWidth: 4, lineCap: 'round', lineJoin: 'round' });
    paper().strokeStyle = '#111111';
    paper().beginPath();
    paper().moveTo(...placeOf(event));
    stroke(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) stroke(event);
  });
  const byName = draw('button', { className: 'portal-small', type: 'button' }, say('signByName'));
  byName.addEventListener('click', () => {
    if (nameOf().trim() === '') return;
    wipe();
    begin();
    // The letters of the field that the name was typed in: they are there already.
    const { fontFamily } = getComputedStyle(canvas);
    const letters = { font: `64px ${fontFamily}`, textAlign: 'center' } as const;
    Object.assign(paper(), { fillStyle: '#111111', ...letters });
    paper().fillText(nameOf().trim(), dots.width / 2, 135, dots.width - 40);
  });
  const again = draw('button', { className: 'portal-small', type: 'button' }, say('wipe'));
  again.addEventListener('click', wipe);
  return {
    part: draw(
      'div',
      { className: 'portal-signing' },
      draw('div', { className: 'portal-pad-frame' }, canvas, hint),
      draw('div', { className: 'portal-row' }, byName, again),
    ),
    /** The picture, base64; nothing while the field is white. */
    picture: () => (isBlank ? undefined : canvas.toDataURL('image/png').split(',')[1]),
  };
}
