globalThis.earshotCorner ??= "top-left";
