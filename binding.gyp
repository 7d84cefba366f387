{
  "targets": [
    {
      "target_name": "openssl_shim",
      # No OpenSSL here on purpose: no include path, no library. Every OpenSSL function is found at run time (docs/architecture.md).
      "sources": ["<!@(node -p \"require('fs').readdirSync('src-native',{recursive:true}).filter(f=>f.endsWith('.cc')).map(f=>'src-native/'+f).sort().join(' ')\")"],
      "include_dirs": ["src-native", "deps/openssl"],
      "dependencies": ["<!(node -p \"require('node-addon-api').targets\"):node_addon_api_except"],
      "defines": ["NAPI_VERSION=9", "NODE_ADDON_API_DISABLE_DEPRECATED", "NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS"],
      "cflags": ["-fvisibility=hidden", "-Wall", "-Wextra"],
      "cflags_cc": ["-std=c++20"],
      "cflags_cc!": ["-std=gnu++17", "-std=gnu++20"],
      "libraries": ["-ldl"],
      "xcode_settings": {
        "CLANG_CXX_LANGUAGE_STANDARD": "c++20",
        "GCC_SYMBOLS_PRIVATE_EXTERN": "YES",
        "MACOSX_DEPLOYMENT_TARGET": "11.0"
      }
    }
  ]
}
