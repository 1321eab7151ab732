import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import english from 'antd/es/locale/en_US.js';
import chinese from 'antd/es/locale/zh_CN.js';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { mayPass, onSignedOut, waitBefore } from './api.ts';
import { listenForHotkeys } from './hotkeys.ts';
import type { WebModule } from './module.ts';
import { ModulesContext } from './modules.ts';
import { ProofGate } from './ProofGate.tsx';
import { usePreferences } from './preferences.ts';
import { routerOf } from './router.tsx';
import { ToastsProvider } from './Toasts.tsx';
import { themeFor } from './theme.ts';
import { darkWanted, useIsPhone, useMedia } from './useMedia.ts';
import { WordsContext } from './useWords.ts';

/** The server puts it into the page; Ant Design's styles carry it (content security policy). */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

const newClient = () =>
  new QueryClient({
    defaultOptions: {
      // A shop's own server is reached without the internet: the browser's "offline" stops nothing.
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (attempt, thrown) => mayPass(thrown) && attempt < 4,
        retryDelay: waitBefore,
        // Given up on, but it may pass: what could not be read comes by itself once the server is back.
        refetchInterval: ({ state }) => (mayPass(state.error) ? 15_000 : false),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** Colours, sizes and language for everything below, as this person likes them. */
function Look({ children }: { children: ReactNode }) {
  const { language, theme, density } = usePreferences();
  const isPhone = useIsPhone();
  const isDarkWanted = useMedia(darkWanted);
  const isDark = theme === 'dark' || (theme === 'system' && isDarkWanted);
  const look = useMemo(() => {
    // Set before the tokens are read, so that they are the right ones.
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    return themeFor(isDark);
  }, [isDark]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.density = density;
  }, [language, density]);
  return (
    <ConfigProvider
      theme={look}
      locale={language === 'zh-CN' ? chinese : english}
      csp={nonce ? { nonce } : undefined}
      componentSize={isPhone ? 'large' : 'middle'}
      button={{ autoInsertSpace: false }}
      form={{ scrollToFirstError: { focus: true, block: 'center' } }}
    >
      <WordsContext value={language}>{children}</WordsContext>
    </ConfigProvider>
  );
}

export function App({ modules }: { modules: readonly WebModule[] }) {
  const [{ client, router }] = useState(() => {
    const made = newClient();
    return { client: made, router: routerOf(modules, made) };
  });
  useEffect(listenForHotkeys, []);
  useEffect(
    () =>
      onSignedOut(() => {
        client.clear();
        void router.invalidate();
      }),
    [client, router],
  );
  return (
    <Look>
      <QueryClientProvider client={client}>
        <ModulesContext value={modules}>
          <ToastsProvider>
            <RouterProvider router={router} />
            <ProofGate />
          </ToastsProvider>
        </ModulesContext>
      </QueryClientProvider>
    </Look>
  );
}
