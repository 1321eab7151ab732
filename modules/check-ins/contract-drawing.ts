/** The drawing of a car that damage is marked on: five sides, unfolded, on a sheet of 1000 by 800. Ours, by hand. */

export const carViews = ['front', 'left', 'top', 'right', 'rear'] as const;
export type CarView = (typeof carViews)[number];

export const sheet = { width: 1000, height: 800 } as const;

/** Where each side stands on the sheet. The left side lies above, the right side below, the nose to the left. */
export const panels: Readonly<Record<CarView, { x: number; y: number; w: number; h: number }>> = {
  left: { x: 210, y: 20, w: 580, h: 230 },
  top: { x: 210, y: 275, w: 580, h: 250 },
  right: { x: 210, y: 550, w: 580, h: 230 },
  front: { x: 10, y: 285, w: 185, h: 230 },
  rear: { x: 805, y: 285, w: 185, h: 230 },
};

/** The body's outline first; then windows, doors, lamps and wheels in thinner lines. */
interface Lines {
  readonly body: string;
  readonly glass: readonly string[];
  readonly detail: readonly string[];
}

const side: Lines = {
  body: 'M18 158 Q14 120 40 110 L132 92 Q196 34 250 28 L392 28 Q446 34 492 88 L548 98 Q568 104 568 136 L566 158 Q564 172 548 172 L506 172 A48 48 0 0 0 410 172 L176 172 A48 48 0 0 0 80 172 L36 172 Q20 170 18 158 Z',
  glass: [
    'M158 92 Q206 48 252 44 L296 44 L296 92 Z',
    'M308 44 L388 44 Q424 48 440 92 L308 92 Z',
    'M452 92 Q446 70 432 54 Q452 62 474 92 Z',
  ],
  detail: [
    'M146 98 L146 150 Q150 166 176 168',
    'M302 40 L302 170',
    'M446 96 L446 120 Q436 128 418 136',
    'M40 112 L72 108 L60 126 L30 128 Z',
    'M566 112 L540 106 L546 126 L568 128 Z',
    'M258 108 L284 108 M404 108 L430 108',
    'M186 160 L398 160',
    'M150 84 L168 76 L176 88 Z',
    'M128 134 a38 38 0 1 0 .1 0 M128 152 a20 20 0 1 0 .1 0',
    'M458 134 a38 38 0 1 0 .1 0 M458 152 a20 20 0 1 0 .1 0',
  ],
};

const top: Lines = {
  body: 'M20 125 Q20 52 46 40 Q90 24 170 24 L430 24 Q520 24 548 40 Q566 56 566 125 Q566 194 548 210 Q520 226 430 226 L170 226 Q90 226 46 210 Q20 198 20 125 Z',
  glass: [
    'M172 54 Q146 125 172 196 L226 178 Q212 125 226 72 Z',
    'M484 58 Q504 125 484 192 L432 176 Q442 125 432 74 Z',
    'M190 46 L420 40 L420 58 L236 64 Z',
    'M190 204 L420 210 L420 192 L236 186 Z',
  ],
  detail: [
    'M236 70 L424 68 M236 180 L424 182',
    'M40 60 Q62 50 66 78 M40 190 Q62 200 66 172',
    'M554 62 Q540 62 538 84 M554 188 Q540 188 538 166',
    'M60 92 L150 84 M60 158 L150 166',
    'M500 84 Q520 125 500 166',
    'M178 26 L190 8 L204 24 M178 224 L190 242 L204 226',
    'M318 24 L318 62 M318 226 L318 188',
  ],
};

const front: Lines = {
  body: 'M20 196 L20 122 Q22 98 38 88 L58 40 Q64 28 92 26 Q120 28 126 40 L147 88 Q163 98 165 122 L165 196 Q162 204 150 204 L35 204 Q22 204 20 196 Z',
  glass: ['M64 46 Q92 36 120 46 L136 86 Q92 76 48 86 Z'],
  detail: [
    'M28 112 Q48 108 60 124 Q42 132 27 126 Z',
    'M157 112 Q137 108 125 124 Q143 132 158 126 Z',
    'M68 118 L117 118 L112 138 L73 138 Z',
    'M64 152 L121 152 L121 168 L64 168 Z',
    'M30 160 L48 160 L46 174 L30 174 Z M155 160 L137 160 L139 174 L155 174 Z',
    'M38 90 L22 82 L20 96 L34 98 M147 90 L163 82 L165 96 L151 98',
    'M24 204 L24 222 L50 222 L50 204 M161 204 L161 222 L135 222 L135 204',
  ],
};

const rear: Lines = {
  ...front,
  glass: ['M66 46 Q92 38 118 46 L132 84 Q92 78 52 84 Z'],
  detail: [
    'M26 108 L58 112 L56 130 L25 128 Z',
    'M159 108 L127 112 L129 130 L160 128 Z',
    'M66 108 L119 108 M64 136 L121 136 L121 154 L64 154 Z',
    'M40 90 Q92 98 145 90',
    'M22 172 L163 172 M70 186 L115 186',
    'M24 204 L24 222 L50 222 L50 204 M161 204 L161 222 L135 222 L135 204',
  ],
};

const lines: Readonly<Record<CarView, Lines>> = { left: side, right: side, top, front, rear };

/** The strokes of one side, and how they are moved to its place on the sheet. */
export interface DrawnView extends Lines {
  readonly view: CarView;
  readonly transform: string;
}
/** The right side is the left one turned over, so that its nose looks the same way and its roof is towards the top view. */
export const drawnViews: readonly DrawnView[] = carViews.map((view) => {
  const { x, y, h } = panels[view];
  const transform =
    view === 'right' ? `translate(${x} ${y + h}) scale(1 -1)` : `translate(${x} ${y})`;
  return { view, transform, ...lines[view] };
});

/** Which side a point of the sheet is on: the panel that it lies in, or the nearest. */
export function viewAt(x: number, y: number): CarView {
  const away = (view: CarView) => {
    const panel = panels[view];
    const dx = Math.max(panel.x - x, 0, x - panel.x - panel.w);
    const dy = Math.max(panel.y - y, 0, y - panel.y - panel.h);
    return dx * dx + dy * dy;
  };
  return carViews.reduce((nearest, view) => (away(view) < away(nearest) ? view : nearest));
}

/** The sheet with its marks as SVG, for paper. Marks stand in thousandths of the sheet; nothing of it is anybody's text. */
export function drawingSvg(marks: readonly { number: number; x: number; y: number }[]): string {
  const stroke = (paths: readonly string[], width: number, fill: string) =>
    paths
      .map((d) => `<path d="${d}" fill="${fill}" stroke="#333" stroke-width="${width}"/>`)
      .join('');
  const views = drawnViews.map(
    ({ transform, body, glass, detail }) =>
      `<g transform="${transform}">${stroke([body], 3, 'none')}${stroke(glass, 2, '#eee')}${stroke(detail, 1.6, 'none')}</g>`,
  );
  const dots = marks.map(({ number, x, y }) => {
    const [cx, cy] = [(x * sheet.width) / 1000, (y * sheet.height) / 1000];
    return `<circle cx="${cx}" cy="${cy}" r="20" fill="#fff" stroke="#000" stroke-width="4"/><text x="${cx}" y="${cy + 8}" font-family="Noto Sans SC" font-size="24" font-weight="700" text-anchor="middle">${number}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}">${views.join('')}${dots.join('')}</svg>`;
}
