import { Button } from 'antd';
import { useRef, useState } from 'react';
import './signature-pad.css';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** As fine as a pen on glass draws, and a few kilobytes as PNG. */
const dots = { width: 1200, height: 400 } as const;
const pen = 5;

/**
 * A field to sign in with finger, pen or mouse: black on white whatever the theme, for it goes on paper. Hands out the
 * picture after every stroke, and null when it is wiped.
 */
export function SignaturePad(props: { label: string; onChange: (png: Blob | null) => void }) {
  const { label, onChange } = props;
  const say = useWords(shellWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBlank, setBlank] = useState(true);
  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const paper = event.currentTarget.getContext('2d');
    if (!paper) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (isBlank) {
      paper.fillStyle = '#ffffff';
      paper.fillRect(0, 0, dots.width, dots.height);
      setBlank(false);
    }
    const { x, y } = placeOf(event);
    Object.assign(paper, { lineWidth: pen, lineCap: 'round', lineJoin: 'round' });
    paper.strokeStyle = '#111111';
    paper.beginPath();
    paper.moveTo(x, y);
    paper.lineTo(x, y);
    paper.stroke();
  };
  const draw = (event: React.PointerEvent<HTMLCanvasElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const paper = event.currentTarget.getContext('2d');
    const { x, y } = placeOf(event);
    paper?.lineTo(x, y);
    paper?.stroke();
  };
  const end = (event: React.PointerEvent<HTMLCanvasElement>) =>
    event.currentTarget.toBlob((png) => onChange(png), 'image/png');
  const wipe = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, dots.width, dots.height);
    setBlank(true);
    onChange(null);
  };
  return (
    <div className="signature-pad">
      <canvas
        ref={canvas}
        {...dots}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
      />
      {isBlank ? (
        <span className="signature-pad-hint soft">{label}</span>
      ) : (
        <Button className="signature-pad-wipe" size="small" onClick={wipe}>
          {say('wipe')}
        </Button>
      )}
    </div>
  );
}

/** Where on the paper the finger is, however large it is shown. */
function placeOf({ currentTarget, clientX, clientY }: React.PointerEvent<HTMLCanvasElement>) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return {
    x: ((clientX - left) * dots.width) / width,
    y: ((clientY - top) * dots.height) / height,
  };
}
