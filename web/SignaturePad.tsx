import { useEffect, useRef, useState } from 'react';
import './signature-pad.css';

/** Pixels of the picture, whatever the glass: sharp on paper, a few kilobytes. */
const picture = { width: 1200, height: 400 } as const;
const ink = '#101820';

/**
 * A name written on the glass with finger, pen or mouse. It draws black on white in either theme, as it goes on paper.
 * `onChange` gets a maker of the picture once something is written, and null when it is wiped.
 */
export function SignaturePad(props: {
  label: string;
  clearLabel: string;
  onChange: (makePicture: (() => Promise<File>) | null) => void;
}) {
  const { label, clearLabel, onChange } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const [isWritten, setWritten] = useState(false);
  useEffect(() => wipe(canvas.current), []);
  const draw = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const from = last.current;
    if (!from || !canvas.current) return;
    const to = pointOf(canvas.current, event);
    stroke(canvas.current, from, to);
    last.current = to;
    if (isWritten) return;
    setWritten(true);
    onChange(() => fileOf(canvas.current!));
  };
  return (
    <div className="signature-pad">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        width={picture.width}
        height={picture.height}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = pointOf(event.currentTarget, event);
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          last.current = null;
        }}
        onPointerCancel={() => {
          last.current = null;
        }}
      />
      {!isWritten && <span className="signature-pad-hint">{label}</span>}
      {isWritten && (
        <button
          type="button"
          className="signature-pad-clear"
          onClick={() => {
            wipe(canvas.current);
            setWritten(false);
            onChange(null);
          }}
        >
          {clearLabel}
        </button>
      )}
    </div>
  );
}

function pointOf(of: HTMLCanvasElement, event: React.PointerEvent) {
  const box = of.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) / box.width) * picture.width,
    y: ((event.clientY - box.top) / box.height) * picture.height,
  };
}

function stroke(on: HTMLCanvasElement, from: { x: number; y: number }, to: typeof from) {
  const pen = on.getContext('2d');
  if (!pen) return;
  pen.strokeStyle = ink;
  pen.lineWidth = 6;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

function wipe(of: HTMLCanvasElement | null): void {
  const pen = of?.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, picture.width, picture.height);
}

const fileOf = (canvas: HTMLCanvasElement): Promise<File> =>
  new Promise((done, failed) =>
    canvas.toBlob(
      (blob) =>
        blob
          ? done(new File([blob], 'signature.png', { type: 'image/png' }))
          : failed(new Error('the canvas gave no picture')),
      'image/png',
    ),
  );
