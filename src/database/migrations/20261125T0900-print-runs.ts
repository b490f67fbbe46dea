import { type Kysely, sql } from 'kysely'

/** Files for a printer with the certificates of a batch, made by a job. */
export const printRuns = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
create table print_run (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  batch_id uuid not null,
  paper text not null check (paper in ('a4', 'letter')),
  created_by text not null,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  total integer not null check (total > 0),
  done integer not null default 0 check (done between 0 and total),
  finished_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, batch_id) references issue_batch (organisation_id, id)
);
alter table print_run enable row level security;
alter table print_run force row level security;
grant select, insert, update, delete on print_run to colophon_tenant, colophon_system;
create policy tenant on print_run to colophon_tenant
  using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid)
  with check (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
create policy system on print_run to colophon_system using (true) with check (true);
`)
      .execute(db)
  },
}
