globalThis.earshotCorner ??= "bottom-right";
