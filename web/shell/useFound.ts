import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchGroup, SearchSource } from '../module.ts';
import { useLanguage } from '../useWords.ts';

const pauseMs = 150;

/** The text once nothing more has been typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export interface Found {
  state: 'idle' | 'running' | 'failed' | 'done';
  groups: readonly SearchGroup[];
}

/** Asks every source while the person types; an older question is called back when the next one goes out. */
export function useFound(sources: readonly SearchSource[], typed: string): Found {
  const language = useLanguage();
  const text = useSettled(typed.trim());
  const search = useQuery({
    queryKey: ['search', text, language],
    queryFn: async ({ signal }) => {
      const answers = sources.map((source) => source(text, { signal, language }));
      return (await Promise.all(answers)).flat().filter(({ items }) => items.length > 0);
    },
    enabled: text !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
  if (typed.trim() === '') return { state: 'idle', groups: [] };
  const groups = search.data ?? [];
  if (search.isError) return { state: 'failed', groups: [] };
  const isCurrent = text === typed.trim() && search.isSuccess && !search.isPlaceholderData;
  return { state: isCurrent ? 'done' : 'running', groups };
}
