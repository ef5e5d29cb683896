// Refuses a summary that says no more than the operationId's own words: a reader has seen those already.
const words = text => text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/).filter(Boolean);

export default operation => {
  const known = new Set(words(operation.operationId ?? ''));
  const summary = operation.summary ?? '';
  if (words(summary).every(word => known.has(word))) {
    return [{ message: `the summary '${summary}' says no more than the operationId`, path: [] }];
  }
  return [];
};
