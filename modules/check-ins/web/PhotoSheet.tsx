import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Sheet } from '#web/Sheet.tsx';
import { fullTime } from '#web/times.ts';
import { useCheckInWords } from './useCheckInWords.ts';
import './check-in-steps.css';

/** Enough to see a scratch, a quarter of what a camera takes. */
const longestSide = 1600;
const quality = 0.82;
const red = '#e0261b';

type Stroke = readonly { x: number; y: number }[];

/**
 * A photo as it will lie with the car: shrunk, plate and time burnt in, and what the finger drew round. It comes with
 * the page: where the camera is used there may be no connection.
 */
export function PhotoSheet(props: {
  file: File;
  takenAt: string;
  plate: string;
  onClose: () => void;
  onDone: (picture: Blob) => Promise<void>;
}) {
  const { file, takenAt, plate, onClose, onDone } = props;
  const { say } = useCheckInWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState<ImageBitmap | 'broken'>();
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [isBusy, setBusy] = useState(false);
  const isDown = useRef(false);
  useEffect(() => {
    createImageBitmap(file).then(setImage, () => setImage('broken'));
  }, [file]);
  const picture = image === 'broken' ? undefined : image;
  const label = `${plate}  ${fullTime(takenAt)}`;
  const [areLettersHere, setLettersHere] = useState(false);
  useEffect(() => {
    if (!areLettersHere) void lettersOf(label).then(() => setLettersHere(true));
    if (picture && canvas.current) paint(canvas.current, picture, label, strokes);
  }, [picture, label, strokes, areLettersHere]);
  const pointOf = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const { width, height } = event.currentTarget;
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  };
  const use = () => {
    setBusy(true);
    canvas.current?.toBlob((blob) => blob && void onDone(blob), 'image/jpeg', quality);
  };
  return (
    <Sheet title={say('drawOnPhoto')} place="whole" onClose={onClose}>
      {image === 'broken' && <p role="alert">{say('photoBroken')}</p>}
      {picture && (
        <>
          <div className="checkin-photo-room">
            <canvas
              ref={canvas}
              className="checkin-photo-canvas"
              role="img"
              aria-label={say('drawOnPhoto')}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                isDown.current = true;
                const at = pointOf(event);
                setStrokes((before) => [...before, [at]]);
              }}
              onPointerMove={(event) => {
                if (!isDown.current) return;
                const at = pointOf(event);
                setStrokes((before) => [...before.slice(0, -1), [...(before.at(-1) ?? []), at]]);
              }}
              onPointerUp={() => {
                isDown.current = false;
              }}
              onPointerCancel={() => {
                isDown.current = false;
              }}
            />
          </div>
          <div className="checkin-photo-end">
            <Button
              size="large"
              disabled={strokes.length === 0}
              onClick={() => setStrokes(strokes.slice(0, -1))}
            >
              {say('undoStroke')}
            </Button>
            <Button size="large" type="primary" loading={isBusy} onClick={use}>
              {say('usePhoto')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}

const fontOf = (size: number) => `600 ${size}px ${getComputedStyle(document.body).fontFamily}`;

/** A plate begins with a Chinese character, which the page's font brings only when it is asked for. Without one the rest is drawn. */
const lettersOf = (label: string) => document.fonts.load(fontOf(20), label).catch(() => []);

function paint(
  canvas: HTMLCanvasElement,
  image: ImageBitmap,
  label: string,
  strokes: readonly Stroke[],
): void {
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const size = Math.max(14, Math.round(canvas.width / 36));
  pen.font = fontOf(size);
  const band = size * 1.7;
  pen.fillStyle = 'rgb(0 0 0 / 55%)';
  pen.fillRect(0, canvas.height - band, canvas.width, band);
  pen.fillStyle = '#fff';
  pen.textBaseline = 'middle';
  pen.fillText(label, size * 0.7, canvas.height - band / 2, canvas.width - size * 1.4);
  pen.strokeStyle = red;
  pen.lineWidth = Math.max(4, canvas.width / 180);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const [first, ...rest] of strokes) {
    if (!first) continue;
    pen.beginPath();
    pen.moveTo(first.x, first.y);
    for (const { x, y } of rest) pen.lineTo(x, y);
    pen.stroke();
  }
}
