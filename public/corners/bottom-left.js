globalThis.earshotCorner ??= "bottom-left";
