package dev.zonal.kernel.specification;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kernels of one family that a specification names at once: {@code resntk:L=1..5,alpha={1/2,1}}. A
 * value may be a range of integers, or a list between braces of values and ranges; there is a
 * kernel for each choice, the last parameter running fastest. The grammar is in
 * docs/specification.md.
 */
public final class KernelRange {
  private static final int MOST = 1000;
  private static final Pattern INTEGERS = Pattern.compile("\\s*([0-9]+)\\s*\\.\\.\\s*([0-9]+)\\s*");

  private KernelRange() {}

  /**
   * The kernels, in the order of the choices; one if there is nothing to choose.
   *
   * @throws KernelSpecificationException if one of them is none, or there are more than 1000; the
   *     message is one line for the person who wrote it
   */
  public static List<Kernel> parse(String specification) {
    return specifications(specification).stream().map(KernelSpecification::parse).toList();
  }

  private static List<String> specifications(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || !text.contains("..") && text.indexOf('{') < 0 && text.indexOf('}') < 0) {
      return List.of(text);
    }
    List<String> all = List.of(text.substring(0, colon));
    String separator = ":";
    for (String piece : KernelSpecification.pieces(text.substring(colon + 1))) {
      int equals = piece.indexOf('=');
      String key = piece.substring(0, equals + 1);
      List<String> choices = choices(piece, piece.substring(equals + 1));
      if (all.size() * (long) choices.size() > MOST) {
        throw tooMany(Quotation.of(text));
      }
      List<String> longer = new ArrayList<>();
      for (String begin : all) {
        for (String choice : choices) {
          longer.add(begin + separator + key + choice);
        }
      }
      all = longer;
      separator = ",";
    }
    return all;
  }

  private static List<String> choices(String piece, String value) {
    String stripped = value.strip();
    if (stripped.indexOf('{') < 0 && stripped.indexOf('}') < 0) {
      return expand(piece, value);
    }
    boolean isList =
        stripped.startsWith("{")
            && stripped.endsWith("}")
            && stripped.lastIndexOf('{') == 0
            && stripped.indexOf('}') == stripped.length() - 1;
    if (!isList) {
      throw wrong(piece, "a list of values stands between braces, as in {1/2,1}");
    }
    List<String> choices = new ArrayList<>();
    for (String choice : KernelSpecification.pieces(stripped.substring(1, stripped.length() - 1))) {
      if (choice.isBlank()) {
        throw wrong(piece, "a value of the list is missing");
      }
      choices.addAll(expand(piece, choice));
    }
    return choices;
  }

  /** A range of integers, or the value itself. */
  private static List<String> expand(String piece, String value) {
    if (!value.contains("..")) {
      return List.of(value);
    }
    Matcher range = INTEGERS.matcher(value);
    if (!range.matches() || range.group(1).length() > 9 || range.group(2).length() > 9) {
      throw wrong(piece, "a range is one of integers, such as 1..5");
    }
    int first = Integer.parseInt(range.group(1));
    int last = Integer.parseInt(range.group(2));
    if (first > last) {
      throw wrong(piece, "a reversed range, write " + last + ".." + first);
    }
    if (last - first >= MOST) {
      throw tooMany(Quotation.of(piece.strip()));
    }
    List<String> all = new ArrayList<>();
    for (int n = first; n <= last; n++) {
      all.add(Integer.toString(n));
    }
    return all;
  }

  private static KernelSpecificationException wrong(String piece, String what) {
    return new KernelSpecificationException(Quotation.of(piece.strip()) + ": " + what);
  }

  private static KernelSpecificationException tooMany(String what) {
    return new KernelSpecificationException(
        what + " names too many kernels, allowed are " + MOST + " at once");
  }
}
