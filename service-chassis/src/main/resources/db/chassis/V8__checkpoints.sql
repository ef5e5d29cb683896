-- Checkpoints themselves are entries of the journal, in the stream whitelane.<context>.checkpoint.v1: what protects entries
-- protects them. Here is only who asked for some at once; the sequencer's instance takes them and takes the row away.
create table journal_checkpoint_wanted (
    id       bigint      generated always as identity primary key,
    asked_at timestamptz not null default clock_timestamp()
);
grant select, insert, delete on journal_checkpoint_wanted to ${app};
