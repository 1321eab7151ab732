-- What the calendar reckons with is whole: seven weekdays, each a list of spans, and a list or nothing for a day that
-- differs. A week without its days made every deadline that was reckoned with it fail.
alter table calendar_weeks add constraint calendar_weeks_whole check (
  coalesce(jsonb_typeof(weekly -> '1') = 'array' and jsonb_typeof(weekly -> '2') = 'array'
    and jsonb_typeof(weekly -> '3') = 'array' and jsonb_typeof(weekly -> '4') = 'array'
    and jsonb_typeof(weekly -> '5') = 'array' and jsonb_typeof(weekly -> '6') = 'array'
    and jsonb_typeof(weekly -> '7') = 'array', false));
alter table calendar_days add constraint calendar_days_spans check (
  spans is null or jsonb_typeof(spans) = 'array' or jsonb_typeof(spans) = 'null');
