package dev.zonal.testkit.candidate;

import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.KernelSpecification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernels that one is easily taken for: of other depths, with and without biases, of other
 * layers trained, the Gaussian process for the tangent kernel, blocks for layers.
 */
final class Variants {
  private static final Pattern DEPTH = Pattern.compile("\\bL=(\\d+)");

  private static final int FARTHEST = 3;

  private static final List<String> ADDED = List.of("beta=1", "tau=1", "sb2=1", "train=all");

  private static final List<List<String>> NAMES =
      List.of(
          List.of("fcntk", "fcnngp", "resntk", "resnngp"),
          List.of("ntk", "nngp"),
          List.of("laplace", "gaussian"));

  private Variants() {}

  static List<Target> of(Target target) {
    String text = target.kernel().toString();
    Set<String> texts = new LinkedHashSet<>();
    addDepths(texts, text);
    addParameters(texts, text);
    addNames(texts, text);
    for (String other : List.copyOf(texts)) {
      addDepths(texts, other);
    }
    texts.remove(text);
    return texts.stream().flatMap(t -> parsed(t).stream()).toList();
  }

  private static void addDepths(Set<String> texts, String text) {
    Matcher depth = DEPTH.matcher(text);
    if (depth.find()) {
      int layers = Integer.parseInt(depth.group(1));
      for (int step = 1; step <= FARTHEST; step++) {
        texts.add(depth.replaceFirst("L=" + (layers + step)));
        texts.add(depth.replaceFirst("L=" + (layers - step)));
      }
    }
  }

  private static void addParameters(Set<String> texts, String text) {
    for (String parameter : ADDED) {
      texts.add(text + (text.contains(":") ? "," : ":") + parameter);
    }
    List<String> parts = KernelSpecification.pieces(text.substring(text.indexOf(':') + 1));
    for (String part : parts) {
      texts.add(text.replace("," + part, ""));
    }
  }

  private static void addNames(Set<String> texts, String text) {
    for (List<String> names : NAMES) {
      for (String name : names) {
        if (text.startsWith(name + ":")) {
          String depth = DEPTH.matcher(text).results().map(r -> r.group()).findFirst().orElse("");
          for (String other : names) {
            texts.add(other + text.substring(name.length()));
            texts.add(other + ":" + depth);
            texts.add(other + ":" + depth + ",alpha=1");
          }
        }
      }
    }
  }

  private static Optional<Target> parsed(String text) {
    try {
      return Optional.of(Target.of(text));
    } catch (KernelSpecificationException e) {
      return Optional.empty();
    }
  }
}
