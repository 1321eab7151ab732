import { draw } from '#modules/links/web/holder/index.ts';
import type { Say } from './tools.ts';

const mostPixels = 1280;

/** A photo made small on the telephone before it leaves: the line is slow, and nobody needs more of it. */
export function pictureField(say: Say, id: string) {
  let taken: Promise<string | undefined> = Promise.resolve(undefined);
  const note = draw('span', { className: 'link-soft' });
  note.setAttribute('role', 'status');
  const field = draw('input', {
    id,
    type: 'file',
    accept: 'image/*',
    className: 'complaint-page-file',
  });
  const label = draw(
    'label',
    { htmlFor: id, className: 'link-button link-quiet' },
    say('addPicture'),
  );
  field.addEventListener('change', () => {
    const file = field.files?.[0];
    taken = file ? small(file) : Promise.resolve(undefined);
    taken.then(
      (bytes) => {
        note.textContent = bytes ? say('pictureAdded') : '';
      },
      () => {
        note.textContent = say('pictureBroken');
        field.value = '';
        taken = Promise.resolve(undefined);
      },
    );
  });
  return {
    part: draw('div', { className: 'complaint-page-picture' }, field, label, note),
    /** Base64, or nothing chosen. */
    bytes: () => taken,
    clear: () => {
      field.value = '';
      note.textContent = '';
      taken = Promise.resolve(undefined);
    },
  };
}

async function small(file: File): Promise<string> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, mostPixels / Math.max(image.width, image.height));
  const canvas = draw('canvas', {
    width: Math.round(image.width * scale),
    height: Math.round(image.height * scale),
  });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!;
}
