import type { ReactNode } from 'react';
import { ScreenChoices } from '../shell/AccountMenu.tsx';
import { Sign } from '../shell/Brand.tsx';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import './gate.css';

/** The sun over the land, drawn with the lines of the sign. */
function Morning() {
  return (
    <svg
      className="morning"
      viewBox="0 0 600 400"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <circle cx="300" cy="262" r="44" />
      <path d="M0 312h600M90 332h420M180 352h240M240 372h120" />
    </svg>
  );
}

/** The way in: sign-in and first run, before there is a shell. */
export function Gate(props: { title: string; lead?: string; children: ReactNode }) {
  const { title, lead, children } = props;
  const say = useWords(shellWords);
  return (
    <div className="gate">
      <div className="gate-view">
        <p className="gate-name">
          <Sign size={36} />
          {say('product')}
          <span>{say('tagline')}</span>
        </p>
        <Morning />
      </div>
      <main className="gate-form">
        <div>
          <h1>{title}</h1>
          {lead && <p className="soft">{lead}</p>}
          {children}
        </div>
        <footer>
          <ScreenChoices />
        </footer>
      </main>
    </div>
  );
}
