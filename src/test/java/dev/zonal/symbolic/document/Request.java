package dev.zonal.symbolic.document;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.derivation.Derivations;
import dev.zonal.symbolic.expansion.End;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A derivation as the command line asks for it, without the options of its format. */
final class Request {
  private Request() {}

  static Derivation derive(String request) {
    String[] words = request.split(" ", -1);
    Map<String, String> options = new HashMap<>();
    for (int i = 2; i < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    int order = Integer.parseInt(options.getOrDefault("--order", "5"));
    End end =
        options.containsKey("--end")
            ? End.valueOf(options.get("--end").toUpperCase(Locale.ROOT))
            : null;
    return switch (words[0]) {
      case "recursion" -> Derivations.recursion(words[1], options.containsKey("--variable"));
      case "expansion" ->
          words[1].contains("L=L") && !options.containsKey("--order")
              ? Derivations.firstCoefficient(words[1], end)
              : Derivations.expansion(words[1], order, end);
      case "eigenvalue" ->
          Derivations.eigenvalue(
              words[1], integer(options.get("--k")), integer(options.get("--dimension")));
      case "constant" ->
          options.containsKey("--terms")
              ? Derivations.terms(words[1], integer(options.get("--terms")), 1)
              : Derivations.constant(words[1], 1);
      default -> throw new IllegalArgumentException(request);
    };
  }

  private static Integer integer(String text) {
    return text == null ? null : Integer.valueOf(text);
  }
}
