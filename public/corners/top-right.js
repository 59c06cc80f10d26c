globalThis.earshotCorner ??= "top-right";
