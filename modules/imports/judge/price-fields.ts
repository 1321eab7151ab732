/** What a price list holds, with the headings under which shops keep it. The model of `fields.ts` belongs to it too. */
export const priceFields = {
  itemKind: ['类别', '种类', '项目类别', '价目类别', '大类', 'kind', 'type', 'itemkind'],
  itemCode: [
    ...['编号', '项目编号', '项目代码', '编码', '代码', '工时编码', '工时代码', '零件号', '配件号'],
    ...[
      '配件编号',
      '配件编码',
      '件号',
      '商品编码',
      '图号',
      'code',
      'partnumber',
      'partno',
      'itemcode',
    ],
  ],
  itemName: [
    ...[
      '名称',
      '项目名称',
      '项目',
      '维修项目',
      '工时项目',
      '作业项目',
      '配件名称',
      '零件名称',
      '品名',
    ],
    ...['商品名称', '名称项目', 'name', 'item', 'itemname', 'job', 'part'],
  ],
  standardHours: [
    ...[
      '工时',
      '标准工时',
      '工时定额',
      '工时数',
      '定额工时',
      '定额',
      '工时小时',
      'hours',
      'standardhours',
    ],
  ],
  hoursSource: ['定额来源', '工时来源', '工时定额来源', '来源', 'hoursby', 'hourssource', 'source'],
  workGrade: ['维修类别', '作业类别', '维修类型', 'workgrade', 'kindofwork'],
  rateGrade: ['工时等级', '工时类别', '工时单价类别', '单价等级', 'rategrade', 'labourgrade'],
  priceFen: [
    ...[
      '单价',
      '价格',
      '销售价',
      '销售单价',
      '售价',
      '金额',
      '一口价',
      '固定价',
      '单价一口价',
      '零售价',
    ],
    ...['价格元', '单价元', 'price', 'unitprice', 'fixedprice', 'unitorfixedprice'],
  ],
  measure: ['单位', '计量单位', 'measure', 'uom', 'unitofmeasure'],
  origin: ['配件类别', '配件性质', '配件品质', '品质', '原厂同质', 'origin', 'kindofpart'],
  guaranteeDays: ['质保天数', '质保天', '保修天数', '质量保证天数', '质保期天', 'guaranteedays'],
  guaranteeKm: ['质保公里', '质保里程', '保修公里', '质量保证公里', '质保期公里', 'guaranteekm'],
  validFrom: ['生效日期', '执行日期', '启用日期', '生效日', '起始日期', 'validfrom', 'from'],
} as const;

/** A row of a price list, read: words are codes by now. */
export interface PriceValues {
  itemKind: 'job' | 'part' | null;
  itemCode: string | null;
  itemName: string | null;
  /** In hundredths of an hour. */
  standardHours: number | null;
  hoursSource: 'maker' | 'industry' | 'shop' | null;
  workGrade: 'overhaul' | 'assembly' | 'secondary' | 'primary' | 'minor' | 'special' | null;
  rateGrade: string | null;
  priceFen: number | null;
  measure: string | null;
  origin: 'original' | 'equivalent' | 'repaired' | null;
  guaranteeDays: number | null;
  guaranteeKm: number | null;
  /** `YYYY-MM-DD`. */
  validFrom: string | null;
}

export const noPrice: PriceValues = {
  itemKind: null,
  itemCode: null,
  itemName: null,
  standardHours: null,
  hoursSource: null,
  workGrade: null,
  rateGrade: null,
  priceFen: null,
  measure: null,
  origin: null,
  guaranteeDays: null,
  guaranteeKm: null,
  validFrom: null,
};

export const priceFaults = [
  'price_code_missing',
  'price_name_missing',
  'price_text_long',
  'price_invalid',
  'price_negative',
  'price_missing',
  'hours_invalid',
  'item_kind_unknown',
  'hours_source_unknown',
  'work_grade_unknown',
  'origin_missing',
  'origin_unknown',
  'guarantee_invalid',
  'price_day_past',
  'price_not_of_kind',
] as const;
export const priceWarnings = [
  'price_changes',
  'hours_source_assumed',
  'newer_price',
  'price_quoted',
] as const;
export const priceTidied = ['price_new', 'price_unchanged'] as const;
