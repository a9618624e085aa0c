package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.network.Training;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values that a specification gives to the parameters of a catalogue entry, still as text.
 *
 * @param kernel the kernel's name
 */
public record Arguments(String kernel, Map<String, String> values) {
  public Arguments {
    values = Map.copyOf(values);
  }

  /** Whether the specification gives it. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /**
   * As it is written.
   *
   * @throws KernelSpecificationException if it is not given
   */
  public String text(String key) {
    if (!has(key)) {
      throw new KernelSpecificationException(kernel + ": the parameter " + key + " is missing");
    }
    return values.get(key);
  }

  /**
   * An exact number.
   *
   * @throws KernelSpecificationException if it is not given, or is none
   */
  public Rational rational(String key) {
    return NumberSyntax.rational(key + "=" + text(key), text(key));
  }

  /** A number of the given range, whose values are integers. */
  public int integer(String key, Range range) {
    return range.check(key, rational(key)).intValue();
  }

  Rational rationalOrZero(String key) {
    return has(key) ? rational(key) : Rational.ZERO;
  }

  /** One of the constants of an enum, which prints as the word for it. */
  public <E extends Enum<E>> E word(String key, E byDefault) {
    if (!has(key)) {
      return byDefault;
    }
    List<String> words = new ArrayList<>();
    for (E constant : byDefault.getDeclaringClass().getEnumConstants()) {
      if (constant.toString().equals(text(key))) {
        return constant;
      }
      words.add(constant.toString());
    }
    throw new KernelSpecificationException(
        "%s=%s: %s must be %s%s"
            .formatted(
                key,
                Quotation.shortened(text(key)),
                key,
                String.join(" or ", words),
                NearMatch.suggestion(text(key), words)));
  }

  /** The activation, by {@code act} with its {@code power} or {@code slope}; ReLU if not given. */
  public Activation activation() {
    return Activations.of(this);
  }

  /** A variance; symbols are put in its place later. */
  Parameter variance(String key, Rational byDefault) {
    return has(key) ? rational(key) : byDefault;
  }

  /** The layers that are trained, by a word or a list. */
  Training training() {
    if (!has("train")) {
      return Training.ALL;
    }
    String text = text("train");
    if (text.startsWith("[")) {
      return Training.of(
          list("train").stream().map(n -> Range.LAYER.check("train", n).intValue()).toList());
    }
    List<String> words = Training.WORDS.stream().map(Training::toString).toList();
    return Training.WORDS.stream()
        .filter(word -> word.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new KernelSpecificationException(
                    "train=%s: train must be %s or a list such as [1,3]%s"
                        .formatted(
                            Quotation.shortened(text),
                            String.join(", ", words),
                            NearMatch.suggestion(text, words))));
  }

  /** The branch weight, given as {@code alpha} or by its square {@code alpha2}. */
  Parameter branchWeight(int depth) {
    if (has("alpha") && has("alpha2")) {
      throw new KernelSpecificationException(
          "alpha2=" + Quotation.shortened(text("alpha2")) + ": give alpha or alpha2, not both");
    }
    if (has("alpha2")) {
      return RationalPower.sqrt(Range.POSITIVE.check("alpha2", rational("alpha2")));
    }
    if (!has("alpha")) {
      throw new KernelSpecificationException(
          kernel + ": the parameter alpha (or alpha2, its square) is missing");
    }
    return NumberSyntax.power("alpha=" + text("alpha"), text("alpha"), depth);
  }

  /**
   * The rate c of a radial function, given as {@code c} or by a length.
   *
   * @param square what c^2 is times length^-(2 power), positive
   * @param power how the length enters
   */
  Parameter rate(Rational square, Rational power) {
    if (has("c") && has("length")) {
      throw new KernelSpecificationException(
          "length=" + Quotation.shortened(text("length")) + ": give c or length, not both");
    }
    if (has("c")) {
      return Range.POSITIVE.check("c", NumberSyntax.root("c=" + text("c"), text("c")));
    }
    if (!has("length")) {
      throw new KernelSpecificationException(
          kernel + ": the parameter c (or length, which gives it) is missing");
    }
    String what = "length=" + text("length");
    Parameter length = Range.POSITIVE.check("length", NumberSyntax.root(what, text("length")));
    Parameter ofSquare = NumberSyntax.power(what, length, power.multiply(-2));
    return NumberSyntax.power(what, NumberSyntax.times(what, square, ofSquare), Rational.of(1, 2));
  }

  /** A list {@code [c0,c1,...]}. */
  List<Rational> list(String key) {
    String text = text(key);
    if (!text.startsWith("[") || !text.endsWith("]")) {
      throw new KernelSpecificationException(
          Quotation.shortened(text) + ": expected a list such as [1,0,1/2] in square brackets");
    }
    if (text.substring(1, text.length() - 1).isBlank()) {
      return List.of();
    }
    List<Rational> numbers = new ArrayList<>();
    for (String piece : text.substring(1, text.length() - 1).split(",", -1)) {
      numbers.add(NumberSyntax.rational(Quotation.of(piece.strip()), piece.strip()));
    }
    return numbers;
  }
}
