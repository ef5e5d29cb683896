package org.whitelane.chassis.idempotency;

import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

/** The parts that a stored answer needs. */
record Once(TransactionTemplate transaction, Answers answers, JsonMapper mapper) {}
