import { type Kysely, sql } from 'kysely'

/**
 * Large batches keep their pace in a database that has no statistics yet. The index over the id is made anew: of
 * indexes that look equally good for an empty table the planner takes the newest, and the checks of foreign keys keep
 * the plan that they began with; one that finds all awards of an organisation grows slower with each. The rows that a
 * batch changes at every step get room on their page, so that what they were before is cleared away at once and not
 * walked through by those checks.
 */
export const quickBatches = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
drop index award_id;
create index award_id on award (id);
alter table status_list set (fillfactor = 10);
alter table issue_batch set (fillfactor = 10);
`)
      .execute(db)
  },
}
