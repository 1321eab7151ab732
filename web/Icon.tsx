import './icon.css';

/** Drawn for this product on a grid of 20, one stroke: quieter than filled signs, and a tenth of an icon library. */
const drawings = {
  home: 'M3 9.2 10 3.5l7 5.7M5 8v8.5h10V8M8.2 16.5v-5h3.6v5',
  today: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.4M13 3v3.4M7 12.3l2 2 4-3.6',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.4M13 3v3.4',
  car: 'M3 14.5v-4l1.8-4.6h10.4L17 10.5v4zM3 10.5h14M5.5 14.5v1.8M14.5 14.5v1.8M5.8 12.6h1.4M12.8 12.6h1.4',
  order: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12.5h5',
  board: 'M3 4h14v12H3zM7.7 4v12M12.3 4v12',
  wrench:
    'M12.8 3.4a4 4 0 0 0-4.7 5.2L3.4 13.3a1.9 1.9 0 0 0 2.7 2.7l4.8-4.7a4 4 0 0 0 5.1-4.8l-2.5 2.4-2.5-.7-.6-2.4z',
  customer:
    'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM3.8 16.8c.5-3.1 3-4.8 6.2-4.8s5.7 1.7 6.2 4.8',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16c.4-2.8 2.4-4.3 5-4.3s4.6 1.5 5 4.3M13 4.3a2.7 2.7 0 0 1 0 5M14.3 11.9c1.8.5 2.9 1.9 3.2 4.1',
  phone:
    'M5 3.5h3l1.3 3.7-1.9 1.3a9 9 0 0 0 4.1 4.1l1.3-1.9 3.7 1.3v3c0 .9-.7 1.5-1.5 1.5C9 16.5 3.5 11 3.5 5c0-.8.6-1.5 1.5-1.5z',
  complaint: 'M3.5 4h13v9.5H9L5.5 16.5v-3h-2zM10 6.5v3.3M10 11.4v.1',
  message: 'M3 5h14v10.5H3zM3 5.5l7 5.5 7-5.5',
  parts: 'M10 2.8 16.5 6.2v7.6L10 17.2l-6.5-3.4V6.2zM3.5 6.2 10 9.6l6.5-3.4M10 9.6v7.6',
  shield: 'M10 2.8 16 5v4.8c0 3.5-2.3 6-6 7.4-3.7-1.4-6-3.9-6-7.4V5zM7.3 9.8l2 2 3.5-3.7',
  chart: 'M3.5 3.5v13h13M7 13.5v-3M10.3 13.5v-6M13.6 13.5v-8',
  money: 'M3 5.5h14v9H3zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM5.5 8v4M14.5 8v4',
  building: 'M4 17V3.5h8V17M12 8h4v9M2.5 17h15M6.5 6.8h3M6.5 9.8h3M6.5 12.8h3',
  settings:
    'M3 6h6M13 6h4M11 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM3 14h3M10 14h7M8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.6',
  microphone:
    'M10 12.2a2.4 2.4 0 0 0 2.4-2.4V5.4a2.4 2.4 0 0 0-4.8 0v4.4a2.4 2.4 0 0 0 2.4 2.4zM5 9.5a5 5 0 0 0 10 0M10 14.5V17M7.5 17h5',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.3 1.5H3.7zM8.3 17h3.4',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.3h.1M8.5 8.3h.1M11.5 8.3h.1M14.5 8.3h.1M6.5 11.7h7',
  command: 'M4 6l4 4-4 4M10 14.5h6',
  language:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.5 2.3 2.5 11.7 0 14M10 3c-2.5 2.3-2.5 11.7 0 14',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7l1.3 1.3M14 14l1.3 1.3M15.3 4.7 14 6M6 14l-1.3 1.3',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3z',
  signOut: 'M12 6V3.5H4v13h8V14M8 10h9M14.3 7.3 17 10l-2.7 2.7',
  more: 'M4 6h12M4 10h12M4 14h12',
  narrow: 'M3.5 4h13v12h-13zM8 4v12M13.5 8l-2 2 2 2',
  widen: 'M3.5 4h13v12h-13zM8 4v12M11.5 8l2 2-2 2',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  up: 'M5.5 12.5 10 8l4.5 4.5',
  right: 'M8 5.5l4.5 4.5L8 14.5',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  check: 'M4 10.5l4 4 8-9',
  alert: 'M10 3.2 17.5 16.3h-15zM10 8v4M10 14v.1',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v4.5M10 6.5v.1',
  offline:
    'M3 3l14 14M6 12.8a5.6 5.6 0 0 1 2.5-1.4M3.5 9.5a9 9 0 0 1 3-1.9M9.8 6.7a9 9 0 0 1 6.7 2.8M10 16v.1M12.6 11.9l1.4.9',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  print: 'M6 7V3.5h8V7M6 14H3.5V7h13v7H14M6 11.5h8v5H6z',
  upload: 'M10 13V4M6.5 7.3 10 3.8l3.5 3.5M3.5 13v3.5h13V13',
  download: 'M10 3.5v9M6.5 9.3l3.5 3.5 3.5-3.5M3.5 13v3.5h13V13',
  camera: 'M3 6.5h3.2L7.7 4h4.6l1.5 2.5H17v9.5H3zM10 13.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z',
  tablet: 'M4.5 2.5h11v15h-11zM9 15.3h2',
  filter: 'M3 4.5h14l-5.5 6.3v5l-3-1.5v-3.5z',
  edit: 'M4 16l.7-3.3 8.5-8.5 2.6 2.6-8.5 8.5zM11.5 5.9l2.6 2.6',
} as const;

export type IconName = keyof typeof drawings;

/** A sign beside a word; alone it says nothing to a screen reader, so its button carries the label. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
