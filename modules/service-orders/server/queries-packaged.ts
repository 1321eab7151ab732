/**
 * The package of a quoted line as JSON, or null; its saving is what the list asked less what is asked. For statements of
 * other modules that show lines to the customer. @param x the alias of the row of `job_lines`
 */
export const packageOfLine = (
  x: string,
) => `(select jsonb_build_object('jobPackageId', k.id, 'code', k.code,
    'name', k.name, 'savingFen', coalesce(${x}.listed_fen, ${x}.labour_fen) - ${x}.labour_fen + coalesce((
      select sum(round((p->>'listedFen')::numeric * (p->>'quantityThousandths')::numeric / 1000)
               - round((p->>'unitFen')::numeric * (p->>'quantityThousandths')::numeric / 1000))::int8
        from jsonb_array_elements(${x}.parts) p where p ? 'listedFen'), 0))
   from job_packages k where k.tenant_id = ${x}.tenant_id and k.id = ${x}.job_package_id)`;
