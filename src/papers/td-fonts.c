/* td-fonts.c: chooses Times New Roman or a font with its widths, which must hold all Vietnamese letters in all four
 * faces. Pango would otherwise mix in another font for the letters that are missing, and the paper's look and widths
 * would depend on the machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-fonts-private.h"

#include "td-paper-error.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define N_FACES 4

typedef struct
{
  const char *family;
  FcPattern *faces[N_FACES];
  FcCharSet *letters[N_FACES]; /* inside the faces */
} Fonts;

static Fonts *chosen; /* set once, then read from any thread */

static FcPattern *
match_face (const char *family, int weight, int slant)
{
  FcResult result;
  FcChar8 *found;
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight, FC_SLANT,
                                      FcTypeInteger, slant, FC_LANG, FcTypeString, "vi", NULL);
  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  FcPattern *face = FcFontMatch (NULL, wanted, &result);

  FcPatternDestroy (wanted);
  if (face == NULL || FcPatternGetString (face, FC_FAMILY, 0, &found) != FcResultMatch
      || FcStrCmpIgnoreCase (found, (const FcChar8 *)family) != 0)
    g_clear_pointer (&face, FcPatternDestroy);
  return face;
}

/* Whether @face is what was asked for and not the nearest there was. */
static gboolean
face_is_right (FcPattern *face, int weight, int slant)
{
  FcLangSet *languages;
  double found_weight;
  int found_slant;

  return FcPatternGetDouble (face, FC_WEIGHT, 0, &found_weight) == FcResultMatch
         && (found_weight >= FC_WEIGHT_DEMIBOLD) == (weight == FC_WEIGHT_BOLD)
         && FcPatternGetInteger (face, FC_SLANT, 0, &found_slant) == FcResultMatch
         && (found_slant != FC_SLANT_ROMAN) == (slant == FC_SLANT_ITALIC)
         && FcPatternGetLangSet (face, FC_LANG, 0, &languages) == FcResultMatch
         && FcLangSetHasLang (languages, (const FcChar8 *)"vi") == FcLangEqual;
}

static void
fonts_free (Fonts *fonts)
{
  for (guint i = 0; i < N_FACES; i++)
    g_clear_pointer (&fonts->faces[i], FcPatternDestroy);
  g_free (fonts);
}

static Fonts *
try_family (const char *family)
{
  Fonts *fonts = g_new0 (Fonts, 1);

  fonts->family = family;
  for (guint i = 0; i < N_FACES; i++)
    {
      int weight = (i & 1) != 0 ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
      int slant = (i & 2) != 0 ? FC_SLANT_ITALIC : FC_SLANT_ROMAN;

      fonts->faces[i] = match_face (family, weight, slant);
      if (fonts->faces[i] == NULL || !face_is_right (fonts->faces[i], weight, slant)
          || FcPatternGetCharSet (fonts->faces[i], FC_CHARSET, 0, &fonts->letters[i]) != FcResultMatch)
        {
          fonts_free (fonts);
          return NULL;
        }
    }
  return fonts;
}

static gboolean
choose (GError **error)
{
  /* All four have the advances of Times New Roman, so that lines break alike everywhere. */
  static const char *const families[] = { "Times New Roman", "Liberation Serif", "Tinos" };
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Fonts *fonts = g_atomic_pointer_get (&chosen);

  if (fonts != NULL)
    return TRUE;
  FcInitBringUptoDate (); /* a font may have been installed since the last try */
  for (guint i = 0; fonts == NULL && i < G_N_ELEMENTS (families); i++)
    fonts = try_family (families[i]);
  g_atomic_pointer_set (&chosen, fonts);
  if (fonts == NULL)
    g_set_error_literal (
      error, TD_PAPER_ERROR, TD_PAPER_ERROR_NO_FONT,
      _ ("No font for official papers is installed: install the package fonts-liberation2 (the older "
         "fonts-liberation lacks Vietnamese letters) and try again"));
  return fonts != NULL;
}

static PangoLayout *
make_layout (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  g_autoptr (GObject) owned = NULL;
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  owned = G_OBJECT (context);
  /* 14 points are 14 units of a PDF, and no width depends on a screen's pixels. */
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_font_description_set_family_static (description, ((Fonts *)g_atomic_pointer_get (&chosen))->family);
  pango_context_set_font_description (context, description);
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/**
 * td_fonts_get_layout:
 * @error: which package to install where no right font is there
 *
 * The layout and its font map are the calling thread's own, made once: Pango's are not to be used from two threads.
 *
 * Returns: (transfer none) (nullable): a layout to shape text with; whoever uses it sets text, width and attributes
 */
PangoLayout *
td_fonts_get_layout (GError **error)
{
  static GPrivate private = G_PRIVATE_INIT (g_object_unref);
  PangoLayout *layout = g_private_get (&private);

  if (layout != NULL)
    return layout;
  if (!choose (error))
    return NULL;
  layout = make_layout ();
  g_private_set (&private, layout);
  return layout;
}

/**
 * td_fonts_have:
 * @c: a character
 *
 * Returns: whether all faces of the chosen family can show it; %FALSE before one is chosen
 */
gboolean
td_fonts_have (gunichar c)
{
  const Fonts *fonts = g_atomic_pointer_get (&chosen);

  for (guint i = 0; fonts != NULL && i < N_FACES; i++)
    if (!FcCharSetHasChar (fonts->letters[i], c))
      return FALSE;
  return fonts != NULL;
}
