-- A quoted line may be taken from the price list (WSH-11, WSH-12): which edition it came from, and what the list asked.
-- The parts of a line say the same within `parts`: priceItemId and listedFen.
alter table job_lines add column price_item_id uuid;
alter table job_lines add column listed_fen bigint check (listed_fen >= 0);
alter table job_lines add column asked_again_at timestamptz;
comment on column job_lines.price_item_id is 'The edition of the price list that the job came from; empty for what was written freely.';
comment on column job_lines.listed_fen is 'What the labour came to by the list on the day of the quotation; the line departs from it where labour_fen is another.';
comment on column job_lines.asked_again_at is 'When a new quotation took away an answer that the customer had given; empty once he has answered again.';
alter table job_lines add foreign key (tenant_id, price_item_id) references price_items (tenant_id, id);
create index job_lines_price on job_lines (tenant_id, price_item_id) where price_item_id is not null;

-- An edition that a customer was quoted stays, also where the list that brought it in is taken back.
alter table price_items add column quoted_at timestamptz;
comment on column price_items.quoted_at is 'When it first stood in a quotation; empty while nobody was asked for it.';
