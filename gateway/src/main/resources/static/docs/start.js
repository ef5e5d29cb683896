"use strict";
fetch("/docs/documents.json")
  .then((answer) => answer.json())
  .then((urls) =>
    SwaggerUIBundle({
      dom_id: "#documents",
      urls,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: "StandaloneLayout",
      deepLinking: true,
      displayOperationId: true,
      // the public validator is somebody else's
      validatorUrl: null,
      onComplete: () =>
        document.querySelector("#select")?.setAttribute("aria-label", "Service"),
    }),
  );
