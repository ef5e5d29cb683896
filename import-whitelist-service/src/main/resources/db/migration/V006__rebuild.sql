-- What is rebuilt from the topics is emptied first; nothing else is ever deleted here.
grant delete on party, calendar_year to ${app};
