// Written by `npm run gen` from openapi.json.
export interface paths {}
