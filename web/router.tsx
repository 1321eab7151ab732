import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { entranceRoutes } from '#modules/people/contract.ts';
import { call, isProblem } from './api.ts';
import { followServer } from './clock.ts';
import type { WebModule, WebRoute } from './module.ts';
import { BrokenPage, NotFoundPage } from './pages/FaultPages.tsx';
import { HomePage } from './pages/HomePage.tsx';
import { preferencesOf } from './preferences.ts';
import { SessionContext, sessionReading } from './session.ts';
import { AppShell } from './shell/AppShell.tsx';
import { parseAddress, printAddress } from './useAddress.ts';
import { useLive } from './useLive.ts';
import { Waiting } from './Waiting.tsx';

interface RouterContext {
  client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet });

/** Nobody signed in: to the sign-in page, or to the first run where nothing exists yet. */
async function needSession({
  context,
  location,
}: {
  context: RouterContext;
  location: { href: string };
}) {
  try {
    const session = await context.client.ensureQueryData(sessionReading);
    // Half open: first the second step, or what leads to it.
    if (session.owes === 'setup') throw redirect({ to: '/second-factor' as never });
    if (session.owes === 'factor') throw toLogin(location);
    if (session.owes === 'password') throw redirect({ to: '/new-password' as never });
    followServer(session.now);
    preferencesOf(session.employeeId);
  } catch (thrown) {
    if (!isProblem(thrown) || thrown.status !== 401) throw thrown;
    const { needed } = await call(entranceRoutes.setupState, {});
    if (needed) throw redirect({ to: '/setup' });
    throw toLogin(location);
  }
}

function toLogin({ href }: { href: string }) {
  const next = href === '/' ? undefined : href;
  return redirect({ to: '/login', search: { next } as never });
}

/** The signed-in part: session, live changes, shell. */
function SignedIn() {
  const { data: session } = useQuery(sessionReading);
  useLive(session !== undefined);
  useEffect(() => {
    if (session) followServer(session.now);
  }, [session]);
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <AppShell />
    </SessionContext>
  );
}

/** Nothing is known yet, not even who is here. */
function WaitingHouse() {
  return (
    <main>
      <Waiting />
    </main>
  );
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: needSession,
  component: SignedIn,
  pendingComponent: WaitingHouse,
});

const home = createRoute({ getParentRoute: () => shell, path: '/', component: HomePage });

const gates: readonly WebRoute[] = [
  { path: '/login', page: () => import('./pages/LoginPage.tsx'), bare: true },
  { path: '/setup', page: () => import('./pages/SetupPage.tsx'), bare: true },
];

/** All modules' pages under one tree; each page is a file of its own for the browser, fetched when it is opened. */
export function routerOf(modules: readonly WebModule[], client: QueryClient) {
  const pages = [...gates, ...modules.flatMap(({ routes }) => routes)];
  const inShell = pages
    .filter(({ bare }) => !bare)
    .map(({ path, page }) =>
      createRoute({ getParentRoute: () => shell, path, component: lazyRouteComponent(page) }),
    );
  const alone = pages
    .filter(({ bare }) => bare)
    .map(({ path, page }) =>
      createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(page) }),
    );
  return createRouter({
    routeTree: root.addChildren([shell.addChildren([home, ...inShell]), ...alone]),
    context: { client },
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    parseSearch: parseAddress,
    stringifySearch: printAddress,
    notFoundMode: 'fuzzy',
  });
}
