import { createContext, type ReactNode, useState } from 'react';
import './page.css';

/** The place at the right of the page’s name where its list puts its tools. */
export const PageToolsContext = createContext<HTMLElement | null>(null);

/** A page under the shell: its name, what can be done at the right, filters in a line of their own, then the content. */
export function Page(props: {
  title: ReactNode;
  /** Beside the title: a state, a count. */
  note?: ReactNode;
  actions?: ReactNode;
  filters?: ReactNode;
  children: ReactNode;
}) {
  const { title, note, actions, filters, children } = props;
  const [tools, setTools] = useState<HTMLElement | null>(null);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {note && <span className="soft">{note}</span>}
        <div className="page-actions">
          <span ref={setTools} className="page-tools" />
          {actions}
        </div>
      </header>
      {filters && <div className="page-filters">{filters}</div>}
      <PageToolsContext value={tools}>{children}</PageToolsContext>
    </div>
  );
}

/** A framed part of a page. */
export function Card(props: { title?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { title, actions, children } = props;
  return (
    <section className="card">
      {title && (
        <header className="card-head">
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

/** Facts of a record: name and value, as many beside each other as there is room. */
export function Facts({ facts }: { facts: readonly [name: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
