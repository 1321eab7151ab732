import { SheetFault } from '../fault.ts';
import type { SheetPackage } from './package.ts';
import { readXml } from './xml.ts';

/** A sheet as the workbook lists it. */
interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** Name of the part that holds its rows. */
  part: string;
}

export interface Workbook {
  sheets: SheetEntry[];
  /** Days are counted from 1904, as old Macintosh files do. */
  countsFrom1904: boolean;
  stylesPart?: string;
  sharedStringsPart?: string;
}

interface Relationship {
  type: string;
  part: string;
}

/** Reads which sheets there are. Throws `file_not_xlsx` for a zip that is no workbook. */
export async function readWorkbook(parts: SheetPackage): Promise<Workbook> {
  const workbookPart = await findWorkbookPart(parts);
  const bytes = parts.part(workbookPart);
  if (!bytes) throw new SheetFault('file_not_xlsx', 'no workbook inside');

  const related = await readRelationships(parts, workbookPart);
  const partOfType = (type: string) =>
    [...related.values()].find((each) => each.type.endsWith(`/${type}`))?.part;
  const workbook: Workbook = {
    sheets: [],
    countsFrom1904: false,
    stylesPart: partOfType('styles'),
    sharedStringsPart: partOfType('sharedStrings'),
  };
  await readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.countsFrom1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const relation = related.get(relationId(attributes) ?? '');
      if (!relation?.type.endsWith('/worksheet')) return;
      workbook.sheets.push({
        name: attributes.name ?? '',
        isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        part: relation.part,
      });
    },
  });
  return workbook;
}

async function findWorkbookPart(parts: SheetPackage): Promise<string> {
  const related = await readRelationships(parts, '');
  const main = [...related.values()].find((each) => each.type.endsWith('/officeDocument'));
  return main?.part ?? 'xl/workbook.xml';
}

async function readRelationships(
  parts: SheetPackage,
  owner: string,
): Promise<Map<string, Relationship>> {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const related = new Map<string, Relationship>();
  await readXml(parts.part(`${folder}_rels/${owner.slice(folder.length)}.rels`), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
      related.set(Id, { type: Type ?? '', part: partName(folder, Target) });
    },
  });
  return related;
}

function partName(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => name === 'id' || name.endsWith(':id'));
  return key && attributes[key];
}

function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}
