-- W3C; what caused the message, so that the mail belongs to the same trace whoever sends it and whenever
alter table message add column traceparent text;
