-- an address that refused several messages for good gets no more
create index message_refused on message (subscription_id) where status = 'REFUSED';
