-- Whoever has the papers has the holder's unified social credit code.
create index party_by_credit_code on party (credit_code);
