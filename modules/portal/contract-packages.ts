interface Answered {
  jobPackageId: string | null;
  answer: string | undefined;
}
/** The packages of which a part is refused and a part is taken: their price falls away (WSH-12). */
export function brokenPackages(lines: readonly Answered[]): ReadonlySet<string> {
  const sets = { approved: new Set<string>(), refused: new Set<string>() };
  for (const { jobPackageId, answer } of lines)
    if (jobPackageId !== null && (answer === 'approved' || answer === 'refused'))
      sets[answer].add(jobPackageId);
  return new Set([...sets.refused].filter((id) => sets.approved.has(id)));
}
