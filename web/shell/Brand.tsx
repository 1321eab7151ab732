import { Link } from '@tanstack/react-router';

/** The sign of 景明: the sun over two lines of land. */
export function Sign({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" className="sign" aria-hidden="true">
      <rect width="32" height="32" rx="7" />
      <circle cx="16" cy="11.5" r="4.2" />
      <path d="M5 21.5h22M8.5 26h15" />
    </svg>
  );
}

/** The shop's own name comes first: it is their house. */
export function Brand({ name }: { name: string }) {
  return (
    <Link to="/" className="brand" title={name}>
      <Sign />
      <span>{name}</span>
    </Link>
  );
}
